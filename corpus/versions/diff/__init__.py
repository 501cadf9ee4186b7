"""What changed between two sets of documents, in words: records are matched by what they mean, not by where they stand."""
