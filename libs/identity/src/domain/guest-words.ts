/** First half of a pseudonym; each fits each noun. */
export const PSEUDONYM_ADJECTIVES: readonly string[] = [
  'Blauer Grüner Gelber Silberner Goldener Violetter Türkiser Heller Stiller Froher Flinker Sanfter Wacher Munterer Kluger Bunter Weiter Warmer Klarer',
  'Leiser Ruhiger Milder Heiterer Mutiger Freundlicher',
].join(' ').split(' ');

/** Second half of a pseudonym: what grows, flies, swims and shines; nothing that says anything about anybody. */
export const PSEUDONYM_NOUNS: readonly string[] = [
  'Ahorn Apfelbaum Bach Berg Biber Dachs Delfin Falke Fink Fluss Frosch Fuchs Garten Ginkgo Hafen Hase Hügel Igel Kahn Kiesel Kirschbaum Klee Komet',
  'Kranich Kürbis Lachs Lavendel Leuchtturm Luchs Mohn Mond Nussbaum Otter Papagei Pfirsich Pinguin Rabe Regenbogen Salbei Schwan See Specht Sperling',
  'Stern Storch Strand Turm Vogel Wald Wal Wind',
].join(' ').split(' ');

/** Words of recovery phrases: short, without umlauts, most of them alike in many languages. */
export const PHRASE_LIST: readonly string[] = [
  'abend adler akkord album algebra allee alpaka alphabet amsel ananas anker antenne apfel aprikose april arena aroma artist asphalt atlas atom august',
  'aurora auto avocado bagel balkon ball ballade ballon balsam bambus banane banjo barke basar basis batik beere besen biber biene bison blatt blume',
  'bogen bohne boje bonbon boot botanik brief brise bruder bus cafe camping cello chor clown curry dachs dattel delfin diamant domino dorf drache drama',
  'duett echo efeu eimer eis elefant enzian ernte euro fabel falke familie farbe farm fasan feder feige fenchel fest figur film finale fisch flamme',
  'flanke foto fuchs galaxie garage garten gecko geige ginkgo giraffe gitarre glas globus gold gondel gorilla granit gurke hafen hafer hagel hammer harfe',
  'hase hecht herbst hering hobby honig horn hotel hummel humor idee igel insel jacke jaguar jasmin jazz joghurt joker juli jumbo juni kabel kaffee kakao',
  'kaktus kamel kamera kanal kanne karte kastanie katze kegel kette kiesel kino kirsche kiwi klavier klee koala kobalt koffer komet kompass konzert',
  'koralle kranich kreide kristall lachs lama lampe laterne lavendel lemon libelle liga lilie limette linde linse lotse lotus luchs magnet mais mandel',
  'mango marmor maske melodie melone mensa meteor metro milch mimose minute mond mosaik motor muschel museum musik nadel nebel nektar nelke nest netz',
  'nougat oase oboe ofen oktober olive omelett opal oper orange orchidee orgel otter ozean paket palme panda papagei papaya papier paprika park pastell',
  'pedal perle pfeffer pfirsich piano picknick pilot pinguin piste pizza planet platane polka pony portal prisma puma quarz quelle quitte rabe radio',
  'rakete regen reh',
].join(' ').split(' ');
