"""`python -m voiceflow`"""

import os
import sys


def main() -> int:
    # Before numpy comes: its threads would only wait for each other over products as small as the speech detector's.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from voiceflow.app import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
