import Testing

@testable import DragomanText

@Suite("A phonetic key")
struct PhoneticKeyTests {
  @Test(
    "is one for the ways to write a name of another script",
    arguments: [
      "tokayev tokaev tokajev tokaiev toqaev toqayev tokajew", "nazarbayev nazarbaev nazarbajew",
      "muhammad mohammed mohamed mohammad muhammed mohamad muhammet mukhammed muxammed",
      "sergey sergei sergej", "fattah fettah fatah",
      "abdulfattah abdelfattah abdulfettah abdolfattah", "sisi sissi",
      "kassym kasym qasym kasim qasim kassim", "jomart zhomart comart comert dzhomart djomart",
      "volodymyr volodimir", "zelenskyy zelensky zelenskiy zelenskyi zelenskii zelenskij zelenski",
      "haidar haydar heydar heidar hayder",
      "hussein hossein husayn huseyn huseyin husain husein hosein", "mirziyoyev mirziyoev mirzioev",
      "japarov zhaparov dzhaparov djaparov caparov",
      "yevgeny evgeny evgenii yevgeni evgeniy yevgeniy", "aleksandr alexandr", "maksim maxim",
      "oksana oxana", "aleksey alexey alexei aleksei aleksej", "dmitry dmitriy dmitri dmitrii",
      "emir amir", "abdullahiyan abdollahian abdullahian", "aliyev aliev eliyev",
      "aliyeva alieva eliyeva", "ahmadov ahmedov akhmedov axmedov ehmedov akhmadov",
      "karimov kerimov", "sadyr sadir", "shavkat shevket sevket savkat", "rahmon rakhmon raxmon",
      "berdimuhamedov berdymukhammedov berdimuhamedow berdimuhammedov",
      "gurbanguly qurbanguly kurbanguly gurbanguli", "pashinyan pasinyan pashinian", "ilham elham",
      "guliyev quliyev kuliyev kuliev", "gasimov qasimov kasymov kasimov",
      "bagirov baghirov baqirov", "gaddafi qaddafi kaddafi kadhafi gadhafi",
      "gorbachev gorbachov gorbacov gorbatchev gorbatschow", "khrushchev hruscov chruschtschow",
      "khrushchev khrushchov", "shoigu soygu shoygu schoigu", "zakharova zaharova zaxarova",
      "mikhail mihail mixail", "solovyov solovyev soloviev", "kovalyov kovalev",
      "fyodor fedor fiodor", "pyotr piotr petr", "semyonov semenov", "yuri yuriy iurii yury",
      "natalya natalia nataliya", "tatyana tatiana", "ilya ilia", "yelena elena",
      "ekaterina yekaterina", "medvedev medvedyev", "bashar besar bassar", "assad esad asad",
      "khamenei hamaney khamenai xamenei", "rouhani ruhani rohani", "raisi reisi raeisi",
      "ebrahim ibrahim", "esmail ismail", "ahmadinejad ahmadinezhad ahmedinecad",
      "soleimani suleimani suleymani", "zarif zareef", "larijani laricani",
      "qalibaf ghalibaf kalibaf galibaf", "araghchi araqchi arakci aragchi erakci",
      "khaled khalid halit halid xalid", "nasser nasir naser", "saleh salih",
      "qader qadir kadir kader", "abdelkader abdulkadir abdulqadir",
      "abdurrahman abdulrahman abdelrahman abdurahman abdorrahman", "abdulaziz abdelaziz abdolaziz",
      "abdullah abdulla abdallah abdollah", "nasrallah nasrullah",
      "nureddin nuruddin noureddine nurettin nooruddin", "shamsuddin semsettin shamseddin",
      "salahuddin selahattin salaheddin", "mahmoud mahmud mehmud mahmut", "mehdi mahdi",
      "masoud mesud masud massoud mesut masood", "yusuf youssef yousef yousuf yosef",
      "omar umar omer", "osman usman", "othman uthman", "sulayman suleiman soleiman suleyman",
      "faisal faysal feisal feysal", "dawood davud daud dawud daoud davoud",
      "fawzi fevzi fauzi fawzy", "rauf raouf", "tayyip tayyib tayip",
      "recep rejep receb rajab redzhep", "murat murad", "ahmet ahmed ahmad", "mehmet mehmed",
      "jamal cemal dzhamal djamal", "javid cavid dzhavid cavit", "jeyhun ceyhun dzheyhun",
      "chingiz cingiz", "shukri shoukry shokry sukri", "gheit gayt geit", "sameh samih",
      "haftar hafter khaftar", "khalifa halife", "haniyeh heniyye haniya haniye", "burhan bourhan",
      "bashir besir basheer", "ashraf esref eshref", "karzai karzay kerzai", "ghani gani",
      "akhundzada ahundzade axundzada", "shehbaz shahbaz sahbaz", "sharif serif shareef",
      "salman selman", "najib necip najeeb", "mikati miqati", "mansour mansur mansoor",
      "zayed zayid zaid zayd", "said saeed saiid", "sayed sayyid seyid seyyed seyed",
      "nayef naif nayif", "netanyahu netanyahou", "kobakhidze kobahidze kobaxidze",
      "giorgi georgi georgy", "garibashvili gharibashvili garibasvili", "muhtar mukhtar muxtar",
      "tileuberdi tileuberdy", "yermek ermek", "yerlan erlan", "yerzhan erzhan erjan ercan",
      "zhumangarin jumangarin cumangarin", "daniyar daniar", "qanat kanat", "baibek baybek",
      "sklyar skliar", "kulubaev kulubayev", "sooronbai sooronbay",
      "jeenbekov zheenbekov ceenbekov", "meredov meredow", "nur noor nour", "karim kareem kerim",
      "rashid rashed rasheed resid", "tariq tarek tarik", "hakim hakeem", "ivanov ivanoff iwanow",
      "smirnov smirnoff", "khodorkovsky hodorkovskiy khodorkovskii", "yeltsin eltsin",
      "kuznetsov kuznetzov", "chernenko cernenko tschernenko", "tymoshenko timoshenko timosenko",
      "yanukovych yanukovich", "lukashenko lukasenko", "zhirinovsky jirinovskiy zhirinovskiy",
      "yushchenko yuscenko iushchenko", "al el es ash",
    ])
  func variants(names: String) {
    let names = names.split(separator: " ")
    let keys = names.map { key(String($0)) }
    #expect(
      Set(keys).count == 1 && keys[0] != nil, "\(zip(names, keys).map { "\($0) \($1 ?? "-")" })")
  }

  @Test(
    "keeps other names apart",
    arguments: [
      "kamal kamil", "islam aslam", "akram ikram", "hasan husain", "hasanov hosseinov",
      "aliyev olayev", "petrov pedrov", "ivanov ivanova", "salim salam", "jamal jamil",
      "karim karam", "amir omar", "rashid rashad", "said saad", "ali ala", "ahmadov mahmudov",
      "nazarov nizarov", "tokayev takayev", "sergey sergo", "kadyrov kaderov", "ivan evan",
      "zayed saeed", "babayev babev", "popov petrov", "orlov arlov", "volkov valkov",
      "makarov makarova", "asadov asimov", "rahimov rahmonov", "mammadov ahmadov",
      "ismayilov ismayilova", "kim kam", "sadikov sidikov", "umarov amirov", "latif lutfi",
      "hamid ahmad", "hamid hamad", "mahmud muhammad", "hussein hassan", "nasir nazir",
      "nasir nasr", "tahir zahir", "lavrov lvov", "jinping jinpin", "alex ali", "georgios gargash",
      "abdullin abdullah", "rahimov ibrahimov",
    ])
  func others(names: String) {
    let keys = names.split(separator: " ").map { key(String($0)) }
    #expect(Set(keys).count == keys.count, "\(names): \(keys)")
  }

  @Test("does not count apostrophes and hyphens", arguments: ["tat'yana", "tat-yana", "'tatyana"])
  func marks(name: String) {
    #expect(key(name) == key("tatyana"))
  }

  @Test(
    "is none for other scripts, digits, and what is too short",
    arguments: ["токаев", "σίσι", "tokaev2", "li", "yi", "", "'", "hh", "lee", "é"])
  func none(name: String) {
    #expect(key(name) == nil)
  }

  @Test("has a hash that is the same everywhere")
  func hash() throws {
    let first = try #require(PhoneticKey(searchKey: Array("zhaparov".utf8)[...]))
    #expect(first.description == "japaruf")
    #expect(first.hash == UInt32(truncatingIfNeeded: SearchKeyHash.of(Array("japaruf".utf8)[...])))
    // A slice of a longer text is read as the word alone.
    #expect(PhoneticKey(searchKey: Array("x caparov".utf8)[2...]) == first)
  }

  @Test("is made of any letters without a stop, and is its own key's length at most one more")
  func random() {
    var generator = SeededGenerator(salt: 31)
    let letters = Array("aeiouyhhkgsjczdtwvxlnb'-".utf8)
    for _ in 0..<20_000 {
      let word = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
        letters[Int.random(in: 0..<letters.count, using: &generator)]
      }
      guard let key = PhoneticKey(searchKey: word[...]) else { continue }
      #expect(key.letters.count <= word.count + 1, "seed \(SeededGenerator.seed)")
      #expect(key.letters.allSatisfy { (0x61...0x7A).contains($0) })
    }
  }

  private func key(_ name: String) -> String? {
    PhoneticKey(searchKey: Array(name.utf8)[...])?.description
  }
}
