#!/usr/bin/env python3
"""Pushes a report to CISO Assistant over its REST interface: the rules as a library, an
audit for each place, each result with its observation and evidence.

usage: push.py LIBRARY RESULTS --domain NAME (--url URL | --dry-run)

LIBRARY and RESULTS are what `cop11 export ciso-assistant/library` and
`cop11 export ciso-assistant` write.  CISO_ASSISTANT_TOKEN holds a token of a user who may
add libraries and audits.  What is there already, by its name, is used and updated, so
that the same push twice leaves the same.  With --dry-run nothing is sent: each request
is printed, with <...> for an id that the server would give.
"""

import argparse
import json
import os
import sys
import urllib.error
import urllib.parse
import urllib.request

TIMEOUT = 60  # seconds that one request may take
BOUNDARY = "cop11-cop11-cop11-cop11"


class Refused(Exception):
    """What the server, or the files, made impossible."""


class Server:
    """The back end at `url`."""

    def __init__(self, url, token):
        self.url = url.rstrip("/") + "/api/"
        self.token = token

    def send(self, method, path, data=None, kind="application/json", more=None):
        request = urllib.request.Request(self.url + path, data=data, method=method)
        request.add_header("Authorization", "Token " + self.token)
        request.add_header("Accept", "application/json")
        if data is not None:
            request.add_header("Content-Type", kind)
        for name, value in (more or {}).items():
            request.add_header(name, value)
        try:
            with urllib.request.urlopen(request, timeout=TIMEOUT) as answer:
                return json.loads(answer.read() or b"null")
        except urllib.error.HTTPError as error:
            said = error.read().decode("utf-8", "replace")[:600]
            raise Refused(f"{method} {path}: {error.code} {said}") from error
        except (urllib.error.URLError, TimeoutError, ValueError) as error:
            raise Refused(f"{method} {path}: {error}") from error

    def write(self, method, path, body):
        return self.send(method, path, json.dumps(body).encode())

    def all(self, path, **query):
        """Every item of a list, page by page."""
        items, query = [], {**query, "limit": "1000"}
        while True:
            page = self.send("GET", f"{path}/?" + urllib.parse.urlencode(
                {**query, "offset": str(len(items))}))
            items += page["results"]
            if not page["results"] or len(items) >= page["count"]:
                return items

    def find(self, path, match, **query):
        """The id of the item whose fields are those of `match`, or None."""
        for one in self.all(path, **query):
            if all(one.get(name) == value for name, value in match.items()):
                return one["id"]
        return None

    def create(self, path, body):
        return self.write("POST", path + "/", body)["id"]

    def change(self, path, item, body):
        self.write("PATCH", f"{path}/{item}/", body)

    def upload(self, text):
        """Stores a library and loads it; one that is stored is loaded alone."""
        lines = [f"--{BOUNDARY}",
                 'Content-Disposition: form-data; name="file"; filename="cop11.yaml"',
                 "Content-Type: application/yaml", "", text, f"--{BOUNDARY}--", ""]
        try:
            self.send("POST", "stored-libraries/upload/", "\r\n".join(lines).encode(),
                      f"multipart/form-data; boundary={BOUNDARY}",
                      {"Content-Disposition": "attachment; filename=cop11.yaml"})
        except Refused as refused:
            if "libraryAlreadyLoadedError" not in str(refused):
                raise

    def load(self, urn):
        if not self.find("loaded-libraries", {"urn": urn}):
            self.write("POST", f"stored-libraries/{urn}/import/", {})

    def requirements(self, audit, _):
        """The ids of an audit's requirements, by URN."""
        return {one["requirement"]["urn"]: one["id"] for one in
                self.all("requirement-assessments", compliance_assessment=audit)}


class DryRun(Server):
    """Prints what would be sent; knows nothing that only the server knows."""

    def __init__(self):
        super().__init__("", "")

    def write(self, method, path, body):
        print(method, path, json.dumps(body, ensure_ascii=False))
        return {"id": f"<{path}{body.get('name', '')}>"}

    def send(self, method, path, data=None, kind="application/json", more=None):
        print(method, path, f"({len(data)} bytes)" if data else "")

    def all(self, path, **query):
        return []

    def find(self, path, match, **query):
        if path == "frameworks":
            return f"<{match['urn']}>"
        return None

    def requirements(self, audit, wanted):
        return {one["urn"]: f"<{one['urn']}>" for one in wanted}


def find_or_create(server, path, body, match, **query):
    found = server.find(path, match, **query)
    if found is None:
        return server.create(path, body)
    server.change(path, found, body)
    return found


def add_evidence(server, folder, evidences):
    """Their ids there, by their ids in the report."""
    there = {one["name"]: one["id"] for one in server.all("evidences", folder=folder)}
    ids = {}
    for one in evidences:
        body = {**one["body"], "folder": folder}
        name = body["name"]
        if name in there:
            server.change("evidences", there[name], body)
        else:
            there[name] = server.create("evidences", body)
        ids[one["id"]] = there[name]
    return ids


def push_audit(server, audit, folder, framework, evidences):
    perimeter = find_or_create(server, "perimeters",
                               {**audit["perimeter"], "folder": folder},
                               {"name": audit["perimeter"]["name"]}, folder=folder)
    body = {**audit["body"], "folder": folder, "perimeter": perimeter,
            "framework": framework}
    match = {name: body[name] for name in ("name", "version")}
    there = find_or_create(server, "compliance-assessments", body, match,
                           perimeter=perimeter)
    ids = server.requirements(there, audit["requirements"])
    for one in audit["requirements"]:
        if one["urn"] not in ids:
            raise Refused(f"the audit {body['name']} has no requirement {one['urn']}: "
                          "are LIBRARY and RESULTS of the same rules?")
        server.change("requirement-assessments", ids[one["urn"]], {
            **one["body"], "evidences": [evidences[id] for id in one["evidences"]]})
    return len(audit["requirements"])


def push(server, library, results, domain):
    server.upload(library)
    server.load(results["library"])
    framework = server.find("frameworks", {"urn": results["framework"]})
    if not framework:
        raise Refused(f"the server has no framework {results['framework']}: are LIBRARY "
                      "and RESULTS of the same rules?")
    folder = server.find("folders", {"name": domain}) or server.create(
        "folders", {"name": domain, "description": "Audits by libcop11."})
    evidences = add_evidence(server, folder, results["evidences"])
    return sum(push_audit(server, audit, folder, framework, evidences)
               for audit in results["audits"])


def read_files(words):
    with open(words.library, encoding="utf-8") as file:
        library = file.read()
    with open(words.results, encoding="utf-8") as file:
        results = json.load(file)
    if not isinstance(results, dict) or not {"audits", "evidences", "framework",
                                             "library"} <= set(results):
        raise Refused(f"{words.results} is not what `cop11 export ciso-assistant` writes")
    return library, results


def main():
    parser = argparse.ArgumentParser(description="Pushes a report to CISO Assistant.")
    parser.add_argument("library")
    parser.add_argument("results")
    parser.add_argument("--domain", required=True, help="the folder to put audits in")
    parser.add_argument("--url", help="of the back end, such as https://ciso.example:8443")
    parser.add_argument("--dry-run", action="store_true", help="send nothing")
    words = parser.parse_args()
    token = os.environ.get("CISO_ASSISTANT_TOKEN", "")
    if not words.dry_run and not (words.url and token):
        parser.error("say --url and set CISO_ASSISTANT_TOKEN, or say --dry-run")
    try:
        library, results = read_files(words)
        server = DryRun() if words.dry_run else Server(words.url, token)
        count = push(server, library, results, words.domain)
    except (Refused, OSError, ValueError) as error:
        print(f"push.py: {error}", file=sys.stderr)
        return 1
    print(f"{count} results in {len(results['audits'])} audits"
          + (" would be sent" if words.dry_run else ""), file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
