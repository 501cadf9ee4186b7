"""Tables and dated lists as values, and one small renderer a file format. The same value gives the same bytes."""
