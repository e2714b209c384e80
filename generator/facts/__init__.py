"""What lists and the search need to know of a record, worked out where it is read. The record itself stays packed.

Models and registers in, plain values out: text, numbers, bytes, tuples and maps of them, which travel between processes
and builds. They do not depend on the day.
"""

from generator.facts.records import FactFinder, ProducerFacts, ProductFacts

__all__ = ["FactFinder", "ProducerFacts", "ProductFacts"]
