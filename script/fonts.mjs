// Cut Atkinson Hyperlegible down to the letters of our languages. Run by script/assets: node script/fonts.mjs DIR
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import subsetFont from "subset-font";

const into = process.argv[2];
const home = "node_modules/@fontsource/atkinson-hyperlegible";
const range = (from, to) => String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, n) => from + n));
const latin = range(0x20, 0x7e) + range(0xa0, 0xff) + range(0x2010, 0x2027) + "\u20ac\u2212";
const parts = [["latin", latin, ""], ["latin-ext", range(0x174, 0x178), "-welsh"]];

for (const [weight, name] of [[400, "regular"], [700, "bold"]]) {
  for (const [part, letters, ending] of parts) {
    const whole = readFileSync(`${home}/files/atkinson-hyperlegible-${part}-${weight}-normal.woff2`);
    const cut = await subsetFont(whole, letters, { targetFormat: "woff2", noHinting: true });
    writeFileSync(`${into}/atkinson-${name}${ending}.woff2`, cut);
  }
}
copyFileSync(`${home}/LICENSE`, `${into}/OFL.txt`);
