"""Cases whose truth is computed from the document: asked of the shipped text and of copies with every figure changed."""
