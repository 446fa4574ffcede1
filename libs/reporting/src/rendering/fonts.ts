import { createRequire } from 'node:module';

const packages = createRequire(import.meta.url);

/** Files of the fonts that everything the product prints or draws is set in: Latin, Cyrillic and Greek; Arabic; and the letters of rarer languages in Arabic writing. */
export const FONT_FILES = [
  'fira-sans/400Regular/FiraSans_400Regular.ttf', 'fira-sans/400Regular_Italic/FiraSans_400Regular_Italic.ttf', 'fira-sans/700Bold/FiraSans_700Bold.ttf',
  'fira-sans/700Bold_Italic/FiraSans_700Bold_Italic.ttf', 'vazirmatn/400Regular/Vazirmatn_400Regular.ttf', 'vazirmatn/700Bold/Vazirmatn_700Bold.ttf',
  'noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf', 'noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf',
].map((font) => packages.resolve(`@expo-google-fonts/${font}`));
