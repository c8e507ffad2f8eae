"""What these tests leave out unless they are about it: most publish, and few read the tables as Parquet."""

import os

os.environ.setdefault("RASAD_PARQUET", "false")
