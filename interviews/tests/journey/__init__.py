"""The main road through the whole product, in a real browser."""
