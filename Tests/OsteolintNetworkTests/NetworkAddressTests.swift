import Testing

@testable import OsteolintNetwork

@Suite("Addresses")
struct NetworkAddressTests {
    static let special = [
        // IPv4, the first and last of each range.
        "0.0.0.0", "0.255.255.255", "10.0.0.0", "10.255.255.255", "100.64.0.0", "100.127.255.255", "127.0.0.0",
        "127.0.0.1", "127.255.255.255", "169.254.0.0", "169.254.169.254", "169.254.255.255", "172.16.0.0",
        "172.31.255.255", "192.0.0.0", "192.0.0.170", "192.0.0.255", "192.0.2.1", "192.0.2.255", "192.88.99.2",
        "192.168.0.0", "192.168.255.255", "198.18.0.0", "198.19.255.255", "198.51.100.0", "198.51.100.255",
        "203.0.113.0", "203.0.113.255", "224.0.0.1", "239.255.255.255", "240.0.0.0", "255.255.255.255",
        // Metadata services.
        "100.100.100.200", "168.63.129.16", "fd00:ec2::254", "fd20:ce::254",
        // IPv6.
        "::", "::1", "100::1", "100:0:0:1::1", "2001::1", "2001:2::1", "2001:10::1", "2001:20::1", "2001:1ff::1",
        "2001:db8::1", "2001:db8:ffff::1", "3fff::1", "3fff:fff::1", "5f00::1", "fc00::1", "fdff::1", "fe80::1",
        "fe80::1%eth0", "febf::1", "fec0::1", "ff02::1", "4000::1",
        // IPv6 that carries an IPv4 address: mapped, compatible, translated, 6to4, Teredo.
        "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::127.0.0.1", "::ffff:0:8.8.8.8", "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b::a00:1", "64:ff9b:1::808:808", "64:ff9b::1:0:808:808", "2002:7f00:1::", "2002:a9fe:a9fe::1",
        "2002:c0a8:101::1", "2001:0:4136:e378::1",
    ]

    @Test("Special ones are not public", arguments: special)
    func isSpecial(_ text: String) throws {
        #expect(try !#require(NetworkAddress(text)).isPublic)
    }

    static let ordinary = [
        "1.0.0.0", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
        "128.0.0.0", "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0", "191.255.255.255", "192.0.1.0",
        "192.0.3.0", "192.88.98.255", "192.88.100.0", "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0",
        "198.51.99.255", "198.51.101.0", "203.0.112.255", "203.0.114.0", "223.255.255.255",
        "168.63.129.17", "2000::1", "2001:200::1", "2001:4860:4860::8888", "2001:db7::1", "2001:db9::1",
        "2606:4700::6810:84e5", "2a00:1450:4001::1", "3ffe::1", "3fff:1000::1", "64:ff9b::808:808", "2002:808:808::1",
    ]

    @Test("Ordinary ones are public", arguments: ordinary)
    func isOrdinary(_ text: String) throws {
        #expect(try #require(NetworkAddress(text)).isPublic)
    }

    @Test("Names are no addresses", arguments: ["localhost", "", "www.osteocom.me", "1.2.3.4.5", ":::", "%eth0"])
    func names(_ text: String) {
        #expect(NetworkAddress(text) == nil)
    }

    @Test("The text has no brackets and no zone")
    func text() {
        #expect(NetworkAddress("fe80::1%eth0")?.text == "fe80::1")
        #expect(NetworkAddress("127.0.0.1")?.text == "127.0.0.1")
    }
}
