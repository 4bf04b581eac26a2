"""Says of each request what is wrong with it, as botocore's model of the API sees it: of Cost Explorer, or as it says.

Reads a JSON list of {"operation", "input", "service"?} and writes a list of texts, empty where nothing is wrong.
"""

import json
import sys

from botocore.session import get_session
from botocore.validate import ParamValidator

session = get_session()


def fault(service, operation, params):
    shape = session.get_service_model(service).operation_model(operation).input_shape
    reported = ParamValidator().validate(params, shape).generate_report()
    return "\n".join([reported, *foreign_words(params, shape)]).strip()


def foreign_words(value, shape):
    """The validator itself does not look at enumerations."""
    if shape.type_name == "structure":
        for name, member in value.items():
            if name in shape.members:
                yield from foreign_words(member, shape.members[name])
    elif shape.type_name == "list":
        for member in value:
            yield from foreign_words(member, shape.member)
    elif getattr(shape, "enum", None) and value not in shape.enum:
        yield f"{value} is none of {shape.name}"


print(json.dumps([fault(each.get("service", "ce"), each["operation"], each["input"]) for each in json.load(sys.stdin)]))
