"""Many documents: workers, resume, progress, the journal on disk."""

from scrapeclean.batch.texts import clean_batch, clean_texts

__all__ = ["clean_batch", "clean_texts"]
