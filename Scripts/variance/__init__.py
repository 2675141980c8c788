"""The parts of Scripts/uncertainty: the split of a variance, conclusions, tables and their text."""
