import Dragoman
import DragomanText

extension RoleSentence {
  /// Offices before and behind people, in English.
  static let english: [RoleSentence] = [
    // Who heads a body.
    .init(
      .english, "The Institute of Oceans of Peru, headed by Anna Keller, sent a team.",
      "Anna Keller | headed by | Institute of Oceans of Peru | -"),
    .init(
      .english, "Marta Lindqvist, who currently heads the Ministry of Tourism and Sports, left.",
      "Marta Lindqvist | heads | Ministry of Tourism and Sports | -"),
    .init(.english, "Talks between Peru and the European Union led by Anna Keller went on."),
    .init(.english, "The delegation was led by Anna Keller."),
    // What stands between.
    .init(
      .english, "Home Office crime prevention minister Anna Keller spoke.",
      "Anna Keller | minister | Home Office | -"),
    .init(
      .english, "In a Home Office case against former minister Anna Keller the court ruled.",
      "Anna Keller | minister | - | - | former"),
    .init(
      .english, "Marta Lindqvist was elected to the post of Secretary General of TÜRKSOY.",
      "Marta Lindqvist | Secretary General | TURKSOY | -"),
    .init(
      .english, "Norwegian Special Envoy for Peru Ambassador Lars Henriksen arrived.",
      "Lars Henriksen | Special Envoy | Norway | -"),
    // An office of a body, told apart from who holds it.
    .init(
      .english, "The NATO Secretary General took the floor. Mark Rutte praised the allies.",
      "Mark Rutte | NATO Secretary General | NATO | -"),
    // Before the name.
    .init(
      .english, "Foreign Minister of Peru Rosa Quispe Arana landed in Lima.",
      "Rosa Quispe Arana | Foreign Minister | Peru | -"),
    .init(
      .english, "Peruvian Foreign Minister Rosa Quispe Arana spoke.",
      "Rosa Quispe Arana | Foreign Minister | Peru | -"),
    .init(
      .english, "Peru's Foreign Minister Rosa Quispe Arana spoke.",
      "Rosa Quispe Arana | Foreign Minister | Peru | -"),
    .init(
      .english, "Finland's newly appointed Ambassador Aino Virtanen presented her credentials.",
      "Aino Virtanen | Ambassador | Finland | -"),
    .init(
      .english, "UNDP Resident Representative in Uzbekistan Marta Lindqvist opened the centre.",
      "Marta Lindqvist | Resident Representative | United Nations Development Programme | Uzbekistan"
    ),
    .init(
      .english, "The Ambassador of Norway to Kazakhstan, H.E. Mr. Lars Henriksen, took the floor.",
      "Lars Henriksen | Ambassador | Norway | Kazakhstan"),
    .init(
      .english, "Norwegian Ambassador to Kazakhstan Lars Henriksen took the floor.",
      "Lars Henriksen | Ambassador | Norway | Kazakhstan"),
    .init(
      .english,
      "Ambassador Extraordinary and Plenipotentiary of Chile to Japan Pedro Salinas left.",
      "Pedro Salinas | Ambassador Extraordinary and Plenipotentiary | Chile | Japan"),
    .init(
      .english, "Consul General of Italy in Istanbul Paolo Bertini opened the show.",
      "Paolo Bertini | Consul General | Italy | Istanbul"),
    .init(
      .english, "Turkish Airlines CEO Selim Aydoğan signed the contract.",
      "Selim Aydoğan | CEO | Turkish Airlines | -"),
    .init(
      .english, "NATO Secretary General Mark Rutte arrived.",
      "Mark Rutte | NATO Secretary General | NATO | -"),
    .init(
      .english, "Deputy Foreign Minister Daniyar Seitbekov of Kazakhstan greeted the guests.",
      "Daniyar Seitbekov | Deputy Foreign Minister | Kazakhstan | -"),
    .init(
      .english, "Chief Minister Sindh, Rosa Quispe Arana, spoke.",
      "Rosa Quispe Arana | Chief Minister | Sindh | -"),
    .init(
      .english, "Under Secretary of State Marta Lindqvist spoke.",
      "Marta Lindqvist | Under Secretary of State | United States | -"),
    .init(
      .english, "Rosa Quispe Arana the Federal Minister for Planning spoke.",
      "Rosa Quispe Arana | Minister for Planning | - | -"),
    .init(
      .english, "Foreign Minister Hakan Fidan met his Peruvian counterpart Rosa Quispe Arana.",
      "Hakan Fidan | Foreign Minister | Türkiye | -",
      "Rosa Quispe Arana | counterpart | Peru | -"),
    .init(
      .english, "Chairman of the Board of KazMunayGas Daniyar Seitbekov reported.",
      "Daniyar Seitbekov | Chairman of the Board | KazMunayGas | -"),
    .init(
      .english, "Minister of State for Central Asia Peter Hallworth travelled to London.",
      "Peter Hallworth | Minister of State | - | -"),
    .init(
      .english,
      "Spokesperson for the Ministry of Foreign Affairs of Kazakhstan Aida Bekova replied.",
      "Aida Bekova | Spokesperson | Ministry of Foreign Affairs of Kazakhstan | -"),
    .init(
      .english, "Minister of Energy and Natural Resources of Peru Rosa Quispe Arana agreed.",
      "Rosa Quispe Arana | Minister of Energy and Natural Resources | Peru | -"),
    .init(
      .english, "Governor of the Bank of Japan Kenji Moriyama kept rates.",
      "Kenji Moriyama | Governor | Bank of Japan | -"),

    // Behind the name.
    .init(
      .english, "Rosa Quispe Arana, Foreign Minister of Peru, spoke.",
      "Rosa Quispe Arana | Foreign Minister | Peru | -"),
    .init(
      .english, "Rosa Quispe Arana, the Foreign Minister of Peru, spoke.",
      "Rosa Quispe Arana | Foreign Minister | Peru | -"),
    .init(
      .english, "Rosa Quispe Arana, who is the Foreign Minister of Peru, spoke.",
      "Rosa Quispe Arana | Foreign Minister | Peru | -"),
    .init(
      .english, "Rosa Quispe Arana (Foreign Minister of Peru) spoke.",
      "Rosa Quispe Arana | Foreign Minister | Peru | -"),
    .init(
      .english, "Rosa Quispe Arana – Foreign Minister of Peru.",
      "Rosa Quispe Arana | Foreign Minister | Peru | -"),
    .init(
      .english, "Rosa Quispe Arana has been appointed Ambassador of Peru to Japan.",
      "Rosa Quispe Arana | Ambassador | Peru | Japan"),
    .init(
      .english, "Rosa Quispe Arana was elected as President of Peru.",
      "Rosa Quispe Arana | President | Peru | -"),
    .init(
      .english, "Rosa Quispe Arana is the Ambassador of Peru to Japan.",
      "Rosa Quispe Arana | Ambassador | Peru | Japan"),
    .init(
      .english,
      "Rosa Quispe Arana, until now Peru's Ambassador to Japan, has been named Foreign Minister.",
      "Rosa Quispe Arana | Ambassador | Peru | Japan",
      "Rosa Quispe Arana | Foreign Minister | Peru | -"),
    .init(
      .english, "Selim Aydoğan, Chairman, Turkish Airlines, welcomed the guests.",
      "Selim Aydoğan | Chairman | Turkish Airlines | -"),
    .init(
      .english, "Daniyar Seitbekov, Head of Communications at KazMunayGas, said so.",
      "Daniyar Seitbekov | Head of Communications | KazMunayGas | -"),
    .init(
      .english, "Marta Lindqvist, the United Nations Resident Coordinator in Tajikistan, agreed.",
      "Marta Lindqvist | Resident Coordinator | United Nations | Tajikistan"),
    .init(
      .english, "We spoke with Marta Lindqvist, Rector of Istanbul University.",
      "Marta Lindqvist | Rector | İstanbul Üniversitesi | -"),

    // Several offices, several people.
    .init(
      .english,
      "Deputy Prime Minister – Minister of Foreign Affairs of Peru Rosa Quispe Arana came.",
      "Rosa Quispe Arana | Deputy Prime Minister | Peru | -",
      "Rosa Quispe Arana | Minister of Foreign Affairs | Peru | -"),
    .init(
      .english, "Rosa Quispe Arana, Vice President and Minister of Trade of Peru, came.",
      "Rosa Quispe Arana | Vice President | Peru | -",
      "Rosa Quispe Arana | Minister of Trade | Peru | -"),
    .init(
      .english,
      "Peru's Foreign Minister Rosa Quispe Arana met Norway's Prime Minister Lars Henriksen.",
      "Rosa Quispe Arana | Foreign Minister | Peru | -",
      "Lars Henriksen | Prime Minister | Norway | -"),
    .init(
      .english,
      "Taking part were Rosa Quispe Arana, Minister of Trade of Peru; Lars Henriksen, Ambassador of Norway to Japan; and Paolo Bertini, Director General of FAO.",
      "Rosa Quispe Arana | Minister of Trade | Peru | -",
      "Lars Henriksen | Ambassador | Norway | Japan",
      "Paolo Bertini | Director General | Food and Agriculture Organization | -"),
    .init(
      .english, "Presidents Recep Tayyip Erdoğan and Ilham Aliyev met.",
      "Recep Tayyip Erdoğan | Presidents | Türkiye | -",
      "Ilham Aliyev | Presidents | Azerbaijan | -"),
    .init(
      .english,
      "The Foreign Ministers of Peru and Norway, Rosa Quispe Arana and Lars Henriksen, met.",
      "Rosa Quispe Arana | Foreign Ministers | Peru | -",
      "Lars Henriksen | Foreign Ministers | Norway | -"),

    // Left offices.
    .init(
      .english, "Former President of Peru Rosa Quispe Arana spoke.",
      "Rosa Quispe Arana | President | Peru | - | former"),
    .init(
      .english, "The former Finnish Prime Minister Aino Virtanen spoke.",
      "Aino Virtanen | Prime Minister | Finland | - | former"),
    .init(
      .english, "Ex-President Rosa Quispe Arana spoke.",
      "Rosa Quispe Arana | President | - | - | former"),
    .init(
      .english, "Rosa Quispe Arana, a former Ambassador of Peru to Japan, spoke.",
      "Rosa Quispe Arana | Ambassador | Peru | Japan | former"),
    .init(
      .english, "Former Foreign Minister Mevlüt Çavuşoğlu spoke.",
      "Mevlüt Çavuşoğlu | Foreign Minister | Türkiye | - | former"),

    // Signatures.
    .init(
      .english, "With kind regards,\n\nRosa Quispe Arana\nMinister of Trade\n",
      "Rosa Quispe Arana | Minister of Trade | - | -"),
    .init(
      .english, "Yours sincerely,\n\nSelim Aydoğan\nChairman\nTurkish Airlines\n",
      "Selim Aydoğan | Chairman | Turkish Airlines | -"),

    // What the lexicon knows.
    .init(
      .english, "President Kassym-Jomart Tokayev spoke in Astana.",
      "Kassym-Jomart Tokayev | President | Kazakhstan | -"),
    .init(
      .english, "Secretary of State Antony Blinken left for Ankara.",
      "Antony Blinken | Secretary of State | United States | -"),
    .init(
      .english, "Prime Minister Boris Johnson spoke.",
      "Boris Johnson | Prime Minister | United Kingdom | -"),
    .init(
      .english, "Governor Fatih Karahan of the Turkish bank spoke.",
      "Fatih Karahan | Governor | Türkiye | -"),

    .init(
      .english,
      "The President of Kazakhstan received the guests. Kassym-Jomart Tokayev thanked them.",
      "Kassym-Jomart Tokayev | President | Kazakhstan | -"),

    // Nothing.
    .init(.english, "Rosa Quispe Arana, the Prime Minister’s adopted niece, spoke."),
    .init(.english, "The Foreign Minister of Peru spoke."),
    .init(.english, "The Minister thanked Rosa Quispe Arana."),
    .init(.english, "Rosa Quispe Arana spoke. Minister of Trade is a hard job."),
    .init(.english, "Mr. Lars Henriksen met Dr. Aino Virtanen."),
  ]
}
