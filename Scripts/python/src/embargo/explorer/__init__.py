"""A page with sliders: change an assumption, and what comes of it is simulated again and redrawn.

``python -m embargo.explorer SCENARIO`` serves it on this machine alone. What needs no page stands
apart and is tested without one: ``knobs`` (which parameters get a slider, and over what range),
``settings`` (what is on the screen, as a command line), ``runs`` (each simulated once), ``changes``
(paired differences) and ``choice`` (which history to look at).
"""
