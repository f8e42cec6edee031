// Squares and diamonds for sigma, which brings circles only: two triangles, turned by 45 degrees or not.

const { Sigma } = globalThis;
const { NodeProgram } = Sigma.rendering;
const { floatColor } = Sigma.utils;

const VERTEX = `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_position;
attribute float a_size;
attribute float a_angle;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_cameraAngle;
uniform float u_correctionRatio;
varying vec4 v_color;
void main() {
  float size = a_size * u_correctionRatio / u_sizeRatio * 2.4;
  float angle = a_angle + u_cameraAngle;
  gl_Position = vec4((u_matrix * vec3(a_position + size * vec2(cos(angle), sin(angle)), 1)).xy, 0, 1);
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
}`;
const FRAGMENT = `
precision mediump float;
varying vec4 v_color;
void main() { gl_FragColor = v_color; }`;

const { UNSIGNED_BYTE, FLOAT, TRIANGLES } = WebGLRenderingContext;

const turned = (turn) => class extends NodeProgram {
  getDefinition() {
    const corners = [0, 1, 2, 3].map((corner) => [turn + corner * Math.PI / 2]);
    return {
      VERTICES: 6,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLES,
      UNIFORMS: ["u_sizeRatio", "u_correctionRatio", "u_cameraAngle", "u_matrix"],
      ATTRIBUTES: [
        { name: "a_position", size: 2, type: FLOAT },
        { name: "a_size", size: 1, type: FLOAT },
        { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: "a_angle", size: 1, type: FLOAT }],
      CONSTANT_DATA: [corners[0], corners[1], corners[3], corners[1], corners[3], corners[2]],
    };
  }

  processVisibleItem(index, start, data) {
    this.array.set([data.x, data.y, data.size, floatColor(data.color), index], start);
  }

  setUniforms({ sizeRatio, correctionRatio, cameraAngle, matrix }, { gl, uniformLocations }) {
    gl.uniform1f(uniformLocations.u_correctionRatio, correctionRatio);
    gl.uniform1f(uniformLocations.u_sizeRatio, sizeRatio);
    gl.uniform1f(uniformLocations.u_cameraAngle, cameraAngle);
    gl.uniformMatrix3fv(uniformLocations.u_matrix, false, matrix);
  }
};

export const Square = turned(Math.PI / 4);
export const Diamond = turned(0);
