"""``python -m embargo.dask_sweep``."""

import sys

from embargo.dask_sweep.command_line import main

# Workers on this machine import the main module of whoever started them.
if __name__ == "__main__":
    main(sys.argv[1:])
