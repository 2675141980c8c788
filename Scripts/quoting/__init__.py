"""The reference results: their files, the figures that documents quote of them, and the checks."""
