"""Planted corpora: invented reports of a war of which everything is known."""

from benchmarks.planted.planting import Planted, plant, plant_parts

__all__ = ["Planted", "plant", "plant_parts"]
