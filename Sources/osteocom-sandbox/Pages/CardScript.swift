import OsteocomAPI
import OsteolintCore

/// What the card does in the browser: it asks product-status, and shows what the answer says.
///
/// Whatever goes wrong is shown as the placeholder: another status, a 429, no network, no answer in ten seconds.
enum CardScript {
    static let text = """
        {
          const root = document.documentElement;
          const main = document.querySelector("main");
          const buy = document.querySelector("section.available a");
          const states = new Map([\(states)]);
          const query = new URLSearchParams(location.search);
          const question = new URLSearchParams();
          for (const name of ["clientId", "productId", "partnerUserId"]) {
            if (query.has(name)) question.set(name, query.get(name));
          }
          if (buy) buy.search = question;
          const show = (state) => {
            const section = main.querySelector(`section.${state}`) ?? main.querySelector("section.unavailable");
            root.dataset.osteocomCard = section.className;
            document.title = section.dataset.title;
            main.setAttribute("aria-busy", state === "loading");
          };
          const ask = async () => {
            show("loading");
            try {
              const signal = AbortSignal.timeout(10000);
              const response = await fetch(`\(ProductStatusRequest.path)?${question}`, { cache: "no-store", signal });
              const answer = response.status === 200 ? await response.json() : {};
              show(states.get(answer.status) ?? "unavailable");
            } catch {
              show("unavailable");
            }
          };
          ask();
          // Back from the checkout, the browser may show the page as it was before.
          addEventListener("pageshow", (event) => { if (event.persisted) ask(); });
        }
        """

    /// The statuses that show a product, as entries of a JavaScript `Map`.
    private static let states = StatusCode.allCases.filter { $0.card != .unavailable }
        .map { #"["\#($0.rawValue)", "\#($0.card.rawValue)"]"# }.joined(separator: ", ")
}
