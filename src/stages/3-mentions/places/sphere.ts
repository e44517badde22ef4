const RADIUS = 6371; // km, mean
const RADIAN = Math.PI / 180;

export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** Great-circle distance in km. */
export function distance(a: Point, b: Point): number {
  const h =
    Math.sin(((b.latitude - a.latitude) * RADIAN) / 2) ** 2 +
    Math.cos(a.latitude * RADIAN) *
      Math.cos(b.latitude * RADIAN) *
      Math.sin(((b.longitude - a.longitude) * RADIAN) / 2) ** 2;
  return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** The point so many metres from `from`, at a bearing in degrees clockwise from north. Rounded to what such words bear: three decimals. */
export function travel(from: Point, metres: number, bearing: number): Point {
  const angle = metres / 1000 / RADIUS;
  const latitude = from.latitude * RADIAN;
  const course = bearing * RADIAN;
  const lat = Math.asin(Math.sin(latitude) * Math.cos(angle) + Math.cos(latitude) * Math.sin(angle) * Math.cos(course));
  const lon =
    from.longitude * RADIAN +
    Math.atan2(
      Math.sin(course) * Math.sin(angle) * Math.cos(latitude),
      Math.cos(angle) - Math.sin(latitude) * Math.sin(lat),
    );
  const round = (radians: number) => Math.round((radians / RADIAN) * 1000) / 1000;
  return { latitude: round(lat), longitude: ((round(lon) + 540) % 360) - 180 };
}
