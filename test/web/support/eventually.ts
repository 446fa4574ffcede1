/**
 * Repeats an assertion until it holds, for what arrives a moment later.
 * @param ms patience in milliseconds
 * @throws the assertion's last error
 */
export async function eventually<T>(assertion: () => Promise<T> | T, ms = 6_000): Promise<T> {
  for (const deadline = Date.now() + ms; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
    try {
      return await assertion();
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
  }
}
