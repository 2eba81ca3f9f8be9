"""The articles of a page: where each begins (`splitting`), and the parts it has (`parts`).

Nothing is loaded here: who cleans a text needs the splitting alone, and the parts cost more.
"""
