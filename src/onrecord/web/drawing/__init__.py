"""Ranges, months and places → marks in percent and pixels, for templates to draw as SVG."""
