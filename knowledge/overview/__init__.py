"""The overview for the centre: figures by department, their trend, and what somebody has to do today.

What there is to count or to do is said by the ``overview_figures`` module of each app; this package knows none of it.
"""
