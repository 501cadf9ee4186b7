"""Every change of the documents, kept: a ledger that only grows, originals by hash, and one folder a state of them.

A version is a set of documents. Its folder (`trees.py`) is made once and never changed, so that whatever works on a
folder of documents works on any version.
"""
