"""Questions that nobody should ask, and requests that no document describes: what comes back is still in order."""
