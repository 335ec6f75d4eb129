import OsteolintCore
import Testing

/// Guesses from the content of pages that declare nothing.
struct EncodingGuessTests {
    @Test(arguments: [
        ("これは日本語のページです。確認するためのテキスト。", [TextEncoding.shiftJIS, .eucJP, .iso2022JP]),
        ("这是一个中文网页，用来测试编码检测的结果是否正确。", [.gbk]),
        ("這是一個中文網頁，用來測試編碼檢測的結果是否正確。", [.big5]),
        ("이것은 한국어 페이지입니다. 확인하기 위한 텍스트를 씁니다.", [.eucKR]),
        ("Привет, мир! Это русский текст для проверки.", [.windows1251, .koi8R, .iso8859Part5, .ibm866]),
        ("Καλημέρα κόσμε, αυτό είναι ένα ελληνικό κείμενο.", [.windows1253]),
        ("שלום עולם, זה טקסט בעברית לבדיקה", [.windows1255]),
        ("مرحبا بالعالم هذا نص باللغة العربية للاختبار", [.windows1256]),
        ("สวัสดีชาวโลก นี่คือข้อความภาษาไทยสำหรับการทดสอบ", [.windows874]),
        ("Die Größe der Ärzte für Übungen: schön weiß, Ärger über Öl.", [.windows1252]),
        ("Le téléphone de l’élève a été réparé à Noël, çà et là.", [.windows1252]),
        ("As informações e ações não são traições; a mãe está lá.", [.windows1252]),
    ])
    func guess(_ text: String, _ encodings: [TextEncoding]) throws {
        for encoding in encodings {
            let encoder = QueryEncoder(pageEncoding: encoding)
            let bytes = try text.unicodeScalars.flatMap { try #require(encoder.encode($0)) }
            let page = Array("<html><body><p>".utf8) + bytes + Array("</p></body></html>".utf8)
            #expect(EncodingSniffer().sniff(page).encoding == encoding)
        }
    }

    @Test func utf8IsNotGuessed() {
        let page = Array("<p>日本語のページ, Größe, Привет</p>".utf8)
        #expect(EncodingSniffer().sniff(page) == SniffedEncoding(encoding: .windows1252, source: .fallback))
    }
}
