const host = "https://www.osteocom.me";
const client = { clientId: "hN7vQ2c9XwLr45TzKe0b", clientSecret: "w3Jq8ZtLx0PbN5vRc7Yd2KfHs9Mg4TaU" };
const offers = document.getElementById("offers");

for (const product of ["66d5796a1c4b7f20e93d85ba", "58c9e4a27f16b30d9a5e4c82"]) {
  const frame = document.createElement("iframe");
  frame.title = "Also for you";
  frame.src = `${host}/embed/course?clientId=${client.clientId}&productId=${product}&partnerUserId=${Date.now()}`;
  offers.append(frame);
}
