import HTTPTypes
import Hummingbird
import NIOCore

/// What a firewall answers with status 200 while it makes up its mind about a visitor.
enum FirewallPage {
    static func response() -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: "text/html; charset=UTF-8", .cacheControl: "private, no-store, max-age=0",
                .server: "edge-shield", .setCookie: "__shield_probe=1; Path=/; Secure; HttpOnly; SameSite=None",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(string: page)))
    }

    private static let page = """
        <!DOCTYPE html>
        <html lang="en-US">
        <head>
        <meta charset="utf-8">
        <meta name="robots" content="noindex, nofollow">
        <meta http-equiv="refresh" content="30">
        <title>One moment, please</title>
        </head>
        <body>
        <h1>Checking your browser</h1>
        <p id="challenge-state">We verify that you are a person before you go on. This takes a few seconds.</p>
        <noscript><p>Switch JavaScript and cookies on to go on.</p></noscript>
        <form id="challenge-form" method="post" action="/__shield/verify"><input type="hidden" name="answer"></form>
        <script>
        document.getElementById("challenge-state").dataset.started = String(Date.now());
        </script>
        <p>Reference number 8f41c09d2b7e6a35</p>
        </body>
        </html>

        """
}
