"""Starts MiniStack (https://github.com/ministackorg/ministack) with an AWS Health that the test plays.

Like AWS it refuses PutEvents from "aws." sources to everybody but its own services, and it has no AWS Health.
"""

from ministack.app import main
from ministack.services import eventbridge

# The parameter that its own emitters set: allow_aws_source.
eventbridge._put_events.__defaults__ = (True,)
main()
