"""The records as people look through them: duties by matter, consequences by object, what each fine needs to be worked out."""
