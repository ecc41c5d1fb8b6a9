#!/usr/bin/env python3
"""Puts templates, one a line, through the validator of a Python package, and says which lines it refuses and for how long
they kept a processor busy.

    in_python.py jina-whatsapp-mcp|waba-sdk|pywa LINES
"""
import json
import logging
import sys
import time


def jina():
    from whatsapp_mcp.validators.create import VALIDATOR_MAP

    return lambda template: VALIDATOR_MAP[template["category"]](**template)


def waba():
    from waba_sdk.templates import TemplateCreate

    return TemplateCreate.model_validate


def pywa():
    from pywa.types.templates import Template

    # It logs what it can not take, and keeps that as it came.
    logging.disable(logging.CRITICAL)

    def validate(template):
        if any(isinstance(component, dict) for component in Template.from_dict(template).components):
            raise ValueError

    return validate


validate = {"jina-whatsapp-mcp": jina, "waba-sdk": waba, "pywa": pywa}[sys.argv[1]]()
refused, start = [], time.process_time()
with open(sys.argv[2], encoding="utf-8") as lines:
    for number, line in enumerate(lines):
        template = json.loads(line)
        try:
            validate(template)
        except Exception:  # each has its own kinds
            refused.append(number)
print(json.dumps({"refused": refused, "seconds": time.process_time() - start}))
