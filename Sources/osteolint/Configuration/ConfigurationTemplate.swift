/// What `osteolint init` writes.
enum ConfigurationTemplate {
    static let text = """
        # osteolint's configuration; every key is optional. Secrets have no place here.

        # The clientId that Osteocom gave you; embeds with another one are reported.
        # clientId: kT4mRZ81qLwYc0dXaB2e

        # Where the embeds must point: production or test, or another host:
        # environment: { name: staging, origin: https://osteocom.example }
        # environment: production

        # The origins that host your pages: scheme and host, no path, no slash at the end.
        # origins: [https://lms.partner.com, https://staging.partner.com]

        # How the pages come to be:
        #   static    built once and served to everybody: a literal partnerUserId is everybody's
        #   snapshot  each page as one signed-in user got it
        #   template  not filled in yet: placeholders such as {{ user.id }} are expected
        rendering: static

        # Which files are pages, below the folders that you name; and which of them to leave out.
        include: ["**/*.{html,htm,xhtml}"]
        exclude: []

        # Hosting files outside of the folders that you name; _headers, netlify.toml, vercel.json and .htaccess in them are
        # found. A file of any other name is read as a part of nginx's configuration.
        # hosting: [deploy/nginx.conf]

        # Findings that are known and do not count; `osteolint check --write-baseline` writes them there.
        # baseline: .osteolint-baseline.json

        # Single rules: off, note, warning or error. `osteolint rules` lists them.
        rules: {}
        #  iframe-title-missing: error
        #  embed-duplicated: off

        """
}
