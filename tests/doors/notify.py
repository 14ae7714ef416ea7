"""A text provider that speaks GOV.UK Notify's documented protocol over real HTTP, for tests.

Documented: a bearer token, which is a JWT signed with the service's secret; POST /v2/notifications/sms;
GET /v2/notifications?reference=… It keeps every text that it took.
"""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import jwt

SERVICE, SECRET = "26785a09-ab16-4eb0-8407-a37497a57506", "3d844edf-8d35-48ac-975b-e847b4f122b0"
KEY = f"tests-{SERVICE}-{SECRET}"


class Provider(ThreadingHTTPServer):
    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.taken: list[dict] = []
        self.break_off_after_taking = False
        self.refuse_with = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def __enter__(self):
        threading.Thread(target=self.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.shutdown()
        self.server_close()


class Handler(BaseHTTPRequestHandler):
    server: Provider

    def log_message(self, *_):
        pass

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.server.refuse_with:
            self._reply(self.server.refuse_with, {"errors": [{"error": "BadRequestError", "message": "no"}]})
            return
        if self.path == "/v2/notifications/sms":
            assert self._service() == SERVICE
            assert set(body) == {"phone_number", "template_id", "personalisation", "reference"}
            text, to = body["personalisation"]["message"], body["phone_number"]
        else:
            assert self.headers["Authorization"] == "Bearer ours"
            assert self.headers["Idempotency-Key"] == body["reference"]
            text, to = body["text"], body["to"]
        self.server.taken.append({"to": to, "text": text, "reference": body["reference"]})
        if self.server.break_off_after_taking:
            self.server.break_off_after_taking = False
            self.connection.close()
            return
        self._reply(201, {"id": "740e5834-3a29-46b4-9a6f-16142fde533a", "reference": body["reference"]})

    def do_GET(self):
        assert self._service() == SERVICE
        reference = parse_qs(urlsplit(self.path).query)["reference"][0]
        found = [text for text in self.server.taken if text["reference"] == reference]
        self._reply(200, {"notifications": found, "links": {}})

    def _service(self) -> str:
        token = self.headers["Authorization"].removeprefix("Bearer ")
        return jwt.decode(token, SECRET, algorithms=["HS256"], options={"verify_aud": False})["iss"]

    def _reply(self, status: int, body: dict):
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)
