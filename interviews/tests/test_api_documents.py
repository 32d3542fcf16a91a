"""The API's documents are true: the schema is fresh and valid, every page's action has its endpoint or a reason."""

from __future__ import annotations

import importlib.util

import pytest
import yaml
from django.test import Client
from openapi_spec_validator import OpenAPIV31SpecValidator

from interviewer.api.serializers import In, ModelIn
from interviewer.env import BASE_DIR
from interviews.api.coverage import COVERAGE, endpoints_in
from interviews.tests.test_api_walk import CALLS, VIEWS
from interviews.tests.walk_pages import PAGES

_spec = importlib.util.spec_from_file_location("api_documents", BASE_DIR / "bin" / "api_documents.py")
documents = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(documents)


@pytest.fixture(scope="module")
def schema():
    return yaml.safe_load((BASE_DIR / "docs" / "openapi.yaml").read_text())


@pytest.mark.parametrize("name", documents.DOCUMENTS)
def test_a_document_is_as_the_endpoints_are(name):
    assert (BASE_DIR / "docs" / name).read_text() == documents.DOCUMENTS[name](), "run bin/api_documents.py"


def test_the_schema_is_valid_openapi_3_1(schema):
    assert schema["openapi"].startswith("3.1")
    OpenAPIV31SpecValidator(schema).validate()


def operations(schema):
    return [
        (path, method, one)
        for path, item in schema["paths"].items()
        for method, one in item.items()
        if method in {"get", "post", "put", "patch", "delete"}
    ]


def test_every_endpoint_is_described_with_a_summary_and_a_name_of_its_own(schema):
    found = operations(schema)
    names = [one["operationId"] for _path, _method, one in found]
    assert (len(found), len(set(names))) == (len(CALLS), len(CALLS))
    assert [names for _p, _m, one in found if not one.get("summary") or one["tags"] == ["api"]] == []


def bodies():
    """Every body of an endpoint that is JSON, with whether a part of it is enough."""
    found = {(getattr(VIEWS[name], method).operation.into, method == "patch") for name, method in CALLS}
    is_form = {
        kind: any(type(f).__name__ == "FileField" for f in kind().fields.values())
        for kind, _ in found
        if kind
    }
    return sorted(
        ((k, p) for k, p in found if k and not is_form[k]), key=lambda one: (one[0].__name__, one[1])
    )


def test_every_body_has_an_example_that_is_accepted():
    assert [kind.__name__ for kind, _part in bodies() if not kind.example] == []
    assert [kind for kind, _part in bodies() if not issubclass(kind, In | ModelIn)] == []
    for kind, is_part in bodies():
        form = kind(data=kind.example, partial=is_part, context={})
        assert form.is_valid(), f"{kind.__name__}: {form.errors}"


def test_filters_and_sparse_fields_are_declared(schema):
    declared = {one.get("name") for one in schema["paths"]["/api/v1/interviews/"]["get"]["parameters"]}
    assert {
        "fields",
        "page",
        "page_size",
        "search",
        "job_uid",
        "status",
        "decision",
        "min_score",
        "sort",
    } <= declared


def test_every_action_of_every_page_is_in_the_table():
    actions = {
        name: {method.upper() for method in ("get", "post") if page.known(method) is not None}
        for name, page in PAGES.items()
    }
    assert {name: set(found) for name, found in COVERAGE.items()} == actions


def test_every_endpoint_in_the_table_is_there_and_no_endpoint_is_forgotten():
    named = {one for actions in COVERAGE.values() for cell in actions.values() for one in endpoints_in(cell)}
    there = {(method.upper(), f"v1:{name}") for name, method in CALLS}
    assert named - there == set()
    alone = {name for _method, name in there - named}
    assert alone == {
        "v1:refreshes", "v1:sessions", "v1:session", "v1:me", "v1:companies", "v1:api_key", "v1:webhook", "v1:delivery",
        "v1:events", "v1:accommodations", "v1:decision", "v1:problem_images", "v1:reference", "v1:rubric_draft",
    }, "endpoints for programs only"  # fmt: skip


@pytest.mark.django_db
def test_the_documentation_is_served_without_another_host():
    page = Client().get("/api/v1/docs/").content.decode()
    assert ("http://" in page or "https://" in page) is False
    served = Client().get("/api/v1/schema/")
    assert served.status_code == 200
    assert yaml.safe_load(served.content)["paths"].keys() == documents_paths()


def documents_paths():
    return yaml.safe_load((BASE_DIR / "docs" / "openapi.yaml").read_text())["paths"].keys()
