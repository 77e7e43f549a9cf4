"""``python -m aquatint``: the command line."""

import sys

from aquatint.cli import main

if __name__ == "__main__":
    sys.exit(main())
