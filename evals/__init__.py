"""Does the assistant answer well? Cases, checks, figures with intervals, a baseline, and the pipelines it is compared with."""
