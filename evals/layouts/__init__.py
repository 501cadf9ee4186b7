"""One document in many layouts of a page: what is read from each, against what was written into it."""
