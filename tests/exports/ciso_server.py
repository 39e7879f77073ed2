"""A stand-in for the back end of CISO Assistant: of its REST interface what push.py uses,
with what its serializers check there (v3.11.1).  It is no proof that the platform takes
a push; plugin/hosts/ciso-assistant/README.md says what was tried on the real one."""

import http.server
import itertools
import json
import re
import threading
import urllib.parse

TOKEN = "a-token"
URN = re.compile(r"urn:([\w-]+):([\w-]+):([\w-]+)(?::([\w-]+))?:([0-9A-Za-z\[\]()\-._:]+)$")
RESULTS = {"not_assessed", "partially_compliant", "non_compliant", "compliant",
           "not_applicable"}
EXTENDED = {"major_nonconformity", "minor_nonconformity", "observation_sensitive_point",
            "opportunity_for_improvement", "good_practice", None}
STATUSES = {"to_do", "in_progress", "in_review", "done"}
SHORT = {"non_compliant", "partially_compliant"}
FIELDS = {  # what may be sent, and what must be
    "folders": ({"name", "description"}, {"name"}),
    "perimeters": ({"name", "folder"}, {"name", "folder"}),
    "evidences": ({"name", "description", "status", "link", "expiry_date", "folder"},
                  {"name", "folder"}),
    "compliance-assessments": (
        {"name", "description", "observation", "status", "version", "ref_id", "folder",
         "perimeter", "framework", "extended_result_enabled"},
        {"name", "folder", "framework"}),
    "requirement-assessments": ({"result", "extended_result", "status", "observation",
                                 "evidences"}, set()),
}


class Bad(Exception):
    """A request that the back end refuses, with status 400."""


class Store:
    """What was pushed."""

    def __init__(self):
        self.items = {name: {} for name in (*FIELDS, "stored-libraries",
                                            "loaded-libraries", "frameworks")}
        self.numbers = itertools.count(1)
        self.requests = []

    def add(self, kind, item):
        item["id"] = f"{kind}-{next(self.numbers)}"
        self.items[kind][item["id"]] = item
        return item

    def check(self, kind, body, partial):
        may, must = FIELDS[kind]
        if set(body) - may or (not partial and must - set(body)):
            raise Bad({"fields": sorted(set(body) ^ must)})
        name = body.get("name", "x")
        if not 0 < len(name) <= 200 or (kind in ("folders", "perimeters") and "/" in name):
            raise Bad({"name": "The name cannot be so."})
        for field in ("folder", "perimeter", "framework"):
            if field in body and body[field] not in self.items[field + "s"]:
                raise Bad({field: "Invalid pk"})
        if kind == "evidences" and not re.fullmatch(
                r"https?://[^\s]+\.[a-z]{2,}(:\d+)?([/?#]\S*)?", body.get("link") or
                "https://a.example"):
            raise Bad({"link": "Enter a valid URL."})

    def check_result(self, old, body):
        new = {**old, **body}
        if not (new["result"] in RESULTS and new["extended_result"] in EXTENDED
                and new["status"] in STATUSES):
            raise Bad({"result": "is not a valid choice."})
        if str(new["extended_result"]).endswith("_nonconformity") \
                and new["result"] not in SHORT:
            raise Bad({"extended_result": "not applicable to this result"})
        if not set(new["evidences"]) <= set(self.items["evidences"]):
            raise Bad({"evidences": "Invalid pk"})

    def create(self, kind, body):
        self.check(kind, body, False)
        for one in self.items[kind].values():
            if all(one.get(name) == body.get(name) for name in ("name", "version", "folder")):
                raise Bad({"name": "Value already used"})
        item = self.add(kind, dict(body))
        if kind == "compliance-assessments":
            self.add_requirements(item)
        return item

    def add_requirements(self, audit):
        for node in self.items["frameworks"][audit["framework"]]["nodes"]:
            self.add("requirement-assessments", {
                "requirement": {"urn": node["urn"]}, "result": "not_assessed",
                "compliance_assessment": audit["id"], "extended_result": None,
                "status": "to_do", "observation": None, "evidences": []})

    def change(self, kind, key, body):
        item = self.items[kind][key]
        self.check(kind, body, True)
        if kind == "requirement-assessments":
            self.check_result(item, body)
        item.update(body)
        return item

    def upload(self, text):
        document = json.loads(text)
        if not {"urn", "name", "version", "objects"} <= set(document):
            raise Bad({"error": "missing fields"})
        if not URN.match(document["urn"]):
            raise Bad({"error": "Library URN is badly formatted"})
        if any(one["urn"] == document["urn"]
               for one in self.items["stored-libraries"].values()):
            raise Bad({"error": "libraryAlreadyLoadedError"})
        return self.add("stored-libraries", document)

    def load(self, urn):
        for one in self.items["stored-libraries"].values():
            if one["urn"] == urn:
                framework = one["objects"]["framework"]
                nodes = [{"urn": node["urn"].lower()}
                         for node in framework["requirement_nodes"]]
                self.add("frameworks", {"urn": framework["urn"], "nodes": nodes})
                self.add("loaded-libraries", {"urn": urn})
                return {"status": "success"}
        raise Bad("Library not found.")

    def answer(self, method, path, query, data):
        parts = path.strip("/").split("/")
        kind = parts[0]
        if method == "GET":
            items = [one for one in self.items[kind].values() if all(
                name in ("limit", "offset") or one.get(name) == value
                for name, value in query.items())]
            first = int(query["offset"])
            page = items[first:first + min(int(query["limit"]), 50)]
            return {"count": len(items), "next": None, "results": page}
        if kind == "stored-libraries" and parts[1] == "upload":
            return self.upload(data.decode().split("\r\n\r\n", 1)[1].rsplit("\r\n--", 1)[0])
        if kind == "stored-libraries":
            return self.load(parts[1])
        body = json.loads(data)
        return self.change(kind, parts[1], body) if method == "PATCH" \
            else self.create(kind, body)


def serve(store):
    """The address of a server that holds `store`."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def handle_one(self):
            url = urllib.parse.urlparse(self.path)
            size = int(self.headers.get("Content-Length") or 0)
            data = self.rfile.read(size)
            path = url.path.removeprefix("/api/")
            store.requests.append((self.command, path))
            if self.headers.get("Authorization") != "Token " + TOKEN:
                return 401, {"detail": "Invalid token."}
            try:
                query = dict(urllib.parse.parse_qsl(url.query))
                return 200, store.answer(self.command, path, query, data)
            except Bad as bad:
                return 400, bad.args[0]

        def do_GET(self):
            status, body = self.handle_one()
            text = json.dumps(body).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        do_POST = do_PATCH = do_GET

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_address[1]}"
