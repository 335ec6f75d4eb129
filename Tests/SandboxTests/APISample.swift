/// A scenario for tests of the API: partners, what they sell, and what is said of it.
enum APISample {
    static let scenario = """
        clients:
          - id: kT4mRZ81qLwYc0dXaB2e
            secret: first-secret-of-the-tests
            products:
              - id: 546e0f2b8a9d4c17b3e6f059
                title: Pelvic floor & more
                price: 120
                subtitle: In two lessons
                description: <p>Text</p>
                cover: https://cdn.example/cover.jpg
                background: https://cdn.example/background.jpg
                trailer: https://cdn.example/trailer.mp4
                authors: [{ name: Ada, image: "https://cdn.example/ada.jpg" }, { name: Bo }]
                videos: [{ id: video-1, title: One, duration: 2730, quality: HD }, { id: shared }]
              - { id: 58c9e4a27f16b30d9a5e4c82, title: The <shoulder>, videos: [{ id: shared }, { id: video-2 }] }
              - { id: 5a7b1c3d4e5f60718293a4b5, title: Training }
          - id: consent-partner
            secret: second-secret-of-the-tests
            marketingConsent: true
            products: [{ id: 546e0f2b8a9d4c17b3e6f059, title: Pelvic floor, videos: [{ id: video-1 }] }]
          - { id: offline-partner, online: false, secret: third-secret-of-the-tests }
          - { id: iframe-partner }
        products: [{ id: 67b0c4d2e8f1a3956d7c2b48, title: Nobody's }]
        purchases: [{ clientId: kT4mRZ81qLwYc0dXaB2e, userId: owner, productId: 58c9e4a27f16b30d9a5e4c82 }]

        """

    static let client = "kT4mRZ81qLwYc0dXaB2e"
    static let secret = "first-secret-of-the-tests"
    static let product = "546e0f2b8a9d4c17b3e6f059"
    static let otherProduct = "58c9e4a27f16b30d9a5e4c82"
}
