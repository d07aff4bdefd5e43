"""Bytes and where they came from, to reports or rejections."""
