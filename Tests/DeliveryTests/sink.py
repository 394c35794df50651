#!/usr/bin/env python3
"""Stands in for what notices are delivered to: the three robots, a webhook, a heartbeat and a mail server, on loopback.

    sink.py FOLDER

Prints the ports of HTTP and SMTP. Each robot is as strict as the real one: keys, signatures, sizes, rates. FOLDER/mode says how it
answers: ok, 500, 429, stall, close, or code N. What came is appended to FOLDER/requests, a JSON object a line.
"""
import base64, email, email.policy, hashlib, hmac, http.server, json, pathlib, socketserver, sys, threading, time, urllib.parse

folder = pathlib.Path(sys.argv[1])
lock = threading.Lock()
TOKEN, KEY = "geheim-token", "geheim-key"
moments = []  # of the messages that the strictest robot was given, by their own signed time, in ms


def note(entry):
    with lock, open(folder / "requests", "a", encoding="utf-8") as log:
        log.write(json.dumps(entry, ensure_ascii=False) + "\n")


def mac(key, text):
    return base64.b64encode(hmac.new(key.encode(), text.encode(), hashlib.sha256).digest()).decode()


def wecom(path, query, headers, body):
    text = json.loads(body)["text"]["content"]
    if query.get("key") != [TOKEN]:
        return {"errcode": 93000}, text
    return {"errcode": 0 if len(text.encode()) <= 2048 else 40058}, text


def dingtalk(path, query, headers, body):
    text, stamp = json.loads(body)["text"]["content"], query["timestamp"][0]
    if query.get("access_token") != [TOKEN]:
        return {"errcode": 300001}, text
    if query.get("sign") != [mac(KEY, f"{stamp}\n{KEY}")]:
        return {"errcode": 310000}, text
    if len(body) > 20000:
        return {"errcode": 460101}, text
    moments.append(int(stamp))
    return {"errcode": 130101 if sum(m > int(stamp) - 60000 for m in moments) > 20 else 0}, text


def feishu(path, query, headers, body):
    value = json.loads(body)
    text = value["content"]["text"]
    if path != "/feishu/" + TOKEN:
        return {"code": 19001}, text
    good = value["sign"] == mac(f"{value['timestamp']}\n{KEY}", "")
    return {"code": 0 if good and len(body) <= 20480 else 19021}, text


def hook(path, query, headers, body):
    code = hmac.new(KEY.encode(), f"{headers['X-Nianbao-Timestamp']}.".encode() + body, hashlib.sha256).hexdigest()
    good = headers["X-Nianbao-Signature"] == "sha256=" + code and headers["Authorization"] == "Bearer " + TOKEN
    return ({} if good else 403), json.loads(body)


class Robot(http.server.BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def answer(self, status, value, headers={}):
        body = json.dumps(value).encode()
        self.send_response(status)
        for name, text in headers.items():
            self.send_header(name, text)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        note({"path": self.path})
        self.answer(200, {})

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        url = urllib.parse.urlsplit(self.path)
        robot = {"wecom": wecom, "dingtalk": dingtalk, "feishu": feishu, "hook": hook}[url.path.split("/")[1]]
        mode = (folder / "mode").read_text().split()
        if mode[0] == "500":
            return self.answer(500, {})
        if mode[0] == "429":
            return self.answer(429, {}, {"Retry-After": "90"})
        if mode[0] == "code":
            return self.answer(200, {"errcode": int(mode[1]), "code": int(mode[1])})
        value, text = robot(url.path, urllib.parse.parse_qs(url.query), self.headers, body)
        note({"robot": url.path.split("/")[1], "answer": value, "text": text, "mode": mode[0]})
        if mode[0] == "stall":
            time.sleep(3)
        if mode[0] in ("stall", "close"):
            return self.connection.close()
        self.answer(value, {}) if isinstance(value, int) else self.answer(200, value)


class Post(socketserver.StreamRequestHandler):
    def say(self, text):
        self.wfile.write(text.encode() + b"\r\n")

    def handle(self):
        self.say("220 sink")
        recipients = []
        for line in iter(self.rfile.readline, b""):
            word = line.split()[0].upper() if line.split() else b""
            if word == b"DATA":
                self.say("354 go on")
                lines = list(iter(self.rfile.readline, b".\r\n"))
                letter = email.message_from_bytes(b"".join(lines), policy=email.policy.default)
                raw = max(len(line) for line in lines)
                note({"to": recipients, "longest": raw, "head": dict(letter.items()), "body": letter.get_content(),
                      "defects": [str(d) for d in letter.defects]})
                self.say("250 taken")
            elif word == b"QUIT":
                return self.say("221 bye")
            else:
                if word == b"RCPT":
                    recipients.append(line.split(b"<")[1].split(b">")[0].decode())
                self.say("250 sink" if word == b"EHLO" else "250 ok")


class Servers(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


web, post = Servers(("127.0.0.1", int(sys.argv[2]) if len(sys.argv) > 2 else 0), Robot), Servers(("127.0.0.1", 0), Post)
threading.Thread(target=web.serve_forever, daemon=True).start()
threading.Thread(target=post.serve_forever, daemon=True).start()
print(web.server_address[1], post.server_address[1], flush=True)
sys.stdin.read()
