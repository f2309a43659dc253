"""What the server answers, as an OpenAPI document: bodies, headers, refusals (docs/openapi.json)."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI

from district_server.answering import SMALL_BYTES
from wire.limits import REQUEST_BYTES
from wire.scans import PART_BODY_BYTES

Json = dict[str, Any]
_BASE64 = "^[A-Za-z0-9_-]+$"
_WORDS = {
    "400": ("bad_frame",),
    "401": ("unknown_signer",),
    "403": ("wrong_code",),
    "404": ("unknown_thing",),
    "408": ("stalled",),
    "409": ("replayed", "gap", "fork", "has_log", "half_gone"),
    "413": ("too_large",),
    "503": ("busy",),
}
_KEY = {"type": "string", "pattern": _BASE64, "minLength": 43, "maxLength": 43, "description": "32 bytes"}
_TIME = {"type": "string", "format": "date-time", "description": "whole seconds, +07:00"}
_DESK = {"type": "string", "pattern": r"^[A-Z0-9]{1,12}(\.[A-Z0-9]{1,12}){0,6}/[1-9]$", "maxLength": 37}
_MAC = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
_SCHEMAS: Json = {
    "Refused": {
        "type": "object",
        "required": ["error"],
        "properties": {
            "error": {"type": "string", "enum": sorted({one for many in _WORDS.values() for one in many})}
        },
    },
    "Enrolment": {
        "type": "object",
        "required": ["desk", "ed25519", "x25519", "log_key", "mac"],
        "properties": {"desk": _DESK, "ed25519": _KEY, "x25519": _KEY, "log_key": _KEY, "mac": _MAC},
    },
    "Recovery": {
        "type": "object",
        "required": ["desk", "ed25519", "x25519", "mac"],
        "properties": {"desk": _DESK, "ed25519": _KEY, "x25519": _KEY, "mac": _MAC},
    },
    "Recovered": {
        "type": "object",
        "required": ["desk", "ed25519", "x25519", "name", "seq", "sealed", "sheet", "mac"],
        "properties": {
            "desk": _DESK,
            "ed25519": _KEY,
            "x25519": _KEY,
            "name": {"type": "string"},
            "seq": {"type": "integer", "minimum": 0},
            "sealed": {"type": "array", "items": {"type": "string", "pattern": _BASE64}},
            "sheet": {"type": "boolean"},
            "mac": _MAC,
        },
    },
    "LogAsked": {
        "type": "object",
        "required": ["after", "proof"],
        "properties": {"after": {"type": "integer", "minimum": 0}, "proof": _MAC},
    },
    "ScansAsked": {
        "type": "object",
        "required": ["scans"],
        "properties": {"scans": {"type": "array", "items": _MAC, "minItems": 1, "maxItems": 256}},
    },
    "Enrolled": {
        "type": "object",
        "required": ["desk", "ed25519", "x25519", "block", "server_time", "mac"],
        "properties": {
            "desk": _DESK,
            "ed25519": _KEY,
            "x25519": _KEY,
            "block": {"type": "array", "items": {"type": "integer"}, "minItems": 2, "maxItems": 2},
            "server_time": _TIME,
            "mac": _MAC,
        },
    },
    "Answer": {
        "type": "object",
        "required": ["ack", "cursor", "items"],
        "properties": {
            "ack": {
                "type": "object",
                "required": ["seq", "hash", "server_time"],
                "properties": {"seq": {"type": "integer", "minimum": 0}, "hash": _MAC, "server_time": _TIME},
            },
            "cursor": {"type": "integer", "minimum": 0},
            "half": {
                "type": "object",
                "required": ["bytes", "sha256"],
                "properties": {"bytes": {"type": "integer", "minimum": 1}, "sha256": _MAC},
                "description": "what is held of a frame that was cut",
            },
            "items": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["kind", "cursor"],
                    "properties": {
                        "kind": {"type": "string", "description": "unknown kinds are skipped"},
                        "cursor": {"type": "integer", "minimum": 1},
                    },
                },
            },
        },
    },
}
_SIGNED = [
    {"name": "Desk", "in": "header", "required": True, "schema": _DESK},
    {
        "name": "Counter",
        "in": "header",
        "required": True,
        "schema": {"type": "string", "pattern": "^[0-9]{1,15}$"},
    },
    {
        "name": "Signature",
        "in": "header",
        "required": True,
        "schema": {"type": "string", "pattern": _BASE64, "minLength": 86, "maxLength": 86},
        "description": "Ed25519, protocol.md 3",
    },
]
_SIGNATURE = {"Superior-Signature": {"schema": {"type": "string"}, "description": "Ed25519, protocol.md 3"}}
_PAGE = {
    "200": {"description": "A page for citizens", "content": {"text/html": {"schema": {"type": "string"}}}}
}


def _body(kind: str, schema: Json, most: int) -> Json:
    return {"required": True, "description": f"at most {most} bytes", "content": {kind: {"schema": schema}}}


def _named(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


def _json(text: str, name: str, headers: Json | None = None) -> Json:
    told: Json = {"description": text, "content": {"application/json": {"schema": _named(name)}}}
    return told | ({"headers": headers} if headers else {})


def _refusals(*statuses: str) -> Json:
    return {status: _json(" or ".join(_WORDS[status]), "Refused") for status in statuses}


_BYTES: Json = {"type": "string", "format": "binary"}


def _bytes(text: str) -> Json:
    content = {"application/octet-stream": {"schema": _BYTES}}
    return {"description": text, "content": content, "headers": _SIGNATURE}


def _asked(schema: Json, text: str) -> Json:
    """Return a signed question whose answer is bytes, signed too."""
    return {
        "parameters": _SIGNED,
        "requestBody": _body("application/octet-stream", schema, PART_BODY_BYTES),
        "responses": {"200": _bytes(text), **_refusals("400", "401", "409", "413", "503")},
    }


_OPERATIONS: dict[tuple[str, str], Json] = {
    ("/v1/enrol", "post"): {
        "requestBody": _body("application/json", _named("Enrolment"), SMALL_BYTES),
        "responses": {
            "200": _json("The superior's half", "Enrolled"),
            **_refusals("400", "403", "413", "503"),
        },
    },
    ("/v1/exchange", "post"): {
        "parameters": _SIGNED,
        "requestBody": _body(
            "application/octet-stream", {"type": "string", "format": "binary"}, REQUEST_BYTES
        ),
        "responses": {
            "200": _json("Up to where the log is held, and news", "Answer", _SIGNATURE),
            **_refusals("400", "401", "409", "413", "503"),
        },
    },
    ("/v1/head", "get"): {
        "parameters": _SIGNED,
        "responses": {
            "200": _json("Up to where the log is held, and news", "Answer", _SIGNATURE),
            **_refusals("401", "409", "503"),
        },
    },
    ("/v1/recover", "post"): {
        "requestBody": _body("application/json", _named("Recovery"), SMALL_BYTES),
        "responses": {
            "200": _json("The superior's half, and the log's key in sealed boxes", "Recovered"),
            **_refusals("400", "403", "413", "503"),
        },
    },
    ("/v1/log", "post"): _asked(_named("LogAsked"), "The head that is held and one frame, protocol.md 11"),
    ("/v1/scans/held", "post"): _asked(_named("ScansAsked"), "What is held of each, protocol.md 9"),
    ("/v1/scans/part", "post"): _asked(_BYTES, "What is held after it, protocol.md 9"),
    ("/v1/things/{sha256}", "get"): {
        "parameters": [
            *_SIGNED,
            {
                "name": "sha256",
                "in": "path",
                "required": True,
                "schema": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            },
            {"name": "from", "in": "query", "required": False, "schema": {"type": "integer", "minimum": 0}},
        ],
        "responses": {
            "200": _bytes("At most 16 KB of the thing from there on, protocol.md 10"),
            **_refusals("400", "401", "404", "409", "503"),
        },
    },
    ("/v1/holdings", "get"): {
        "parameters": [
            *_SIGNED,
            {"name": "day", "in": "query", "required": True, "schema": {"type": "string", "format": "date"}},
        ],
        "responses": {
            "200": _bytes("What is held of a day, protocol.md 10"),
            **_refusals("400", "401", "409", "503"),
        },
    },
    ("/tra-cuu", "get"): {"responses": _PAGE},
    ("/tra-cuu", "post"): {
        "requestBody": _body(
            "application/x-www-form-urlencoded",
            {
                "type": "object",
                "properties": {"case_code": {"type": "string"}, "proof": {"type": "string"}},
            },
            SMALL_BYTES,
        ),
        "responses": {
            **_PAGE,
            "429": {"description": "Too many questions of one address", "content": {"text/html": {}}},
            **_refusals("400", "413", "503"),
        },
    },
    ("/healthz", "get"): {
        "responses": {
            "200": {
                "description": "The database answers",
                "content": {
                    "application/json": {
                        "schema": {"type": "object", "properties": {"status": {"const": "ok"}}},
                    },
                },
            },
            **_refusals("503"),
        },
    },
    ("/metrics", "get"): {
        "parameters": [
            {"name": "Authorization", "in": "header", "required": False, "schema": {"type": "string"}}
        ],
        "responses": {
            "200": {
                "description": "Prometheus' text format",
                "content": {"text/plain": {"schema": {"type": "string"}}},
            },
            "404": {"description": "Neither asked from this PC nor with the token"},
            **_refusals("503"),
        },
    },
}


def described(app: FastAPI) -> Json:
    """Return the document of an application: its routes as they are, with what they take and answer."""
    document: Json = app.openapi()
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            operation |= _OPERATIONS.get((path, method), {})
    document["components"] = {"schemas": _SCHEMAS | _made(document)}
    return document


def not_described(app: FastAPI) -> list[tuple[str, str]]:
    """Return the routes of an application of which nothing is said here: (path, method)."""
    paths = app.openapi()["paths"]
    return [
        (path, method)
        for path, methods in paths.items()
        for method in methods
        if (path, method) not in _OPERATIONS
    ]


def _made(document: Json) -> Json:
    """Return the schemas that the framework made for routes with typed arguments."""
    made: Json = document.get("components", {}).get("schemas", {})
    return made
