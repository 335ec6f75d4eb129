/// Bundles as build tools write them, each with one fault in the embed that it builds.
enum ScriptSite {
    private static let client = "kT4mRZ81qLwYc0dXaB2e"
    private static let product = "66d579675f2a4b8c9df15e43"

    /// As webpack with Terser: one line, a map of modules, ES5 templates.
    static let webpack = #"""
        (self.webpackChunklms=self.webpackChunklms||[]).push([[179],{4184:function(e,t){var n;!function(){"use strict";var r={}.hasOwnProperty;function o(){for(var e=[],t=0;t<arguments.length;t++){var n=arguments[t];if(n){var i=typeof n;if("string"===i||"number"===i)e.push(n);else if(/^[a-z/"']+$/.test(n))e.push(n/2/1)}}return e.join(" ")}e.exports?(o.default=o,e.exports=o):void 0===(n=function(){return o}.apply(t,[]))||(e.exports=n)}()},731:function(e,t,n){"use strict";var r="https://www.osteocom.me",o="\#(client)";function i(e,t){return"".concat(r,"/embed/course?clientId=").concat(o,"&productId=").concat(e,"&partnerUserId=").concat(Date.now())}t.Z=function(e){var t=document.createElement("iframe");t.title="Course",t.src=i(e.course,e.user),e.box.appendChild(t)}}},function(e){e(e.s=731)}]);
        //# sourceMappingURL=main.js.map
        """#

    /// As esbuild: modern syntax, names of one letter that functions reuse.
    static let esbuild = #"""
        (()=>{var a=Object.defineProperty;var b=(e,t)=>()=>(e&&(t=e(e=0)),t);var c="https://www.osteocom.me/embed/course",d={clientId:"short",productId:"\#(product)"};function e(t){let n=new URL(c);for(let[r,o]of Object.entries(d))n.searchParams.set(r,o);return n.searchParams.set("partnerUserId",t.id),n.toString()}function f(c){return c/2/1}var g=`${c}?${new URLSearchParams({...d,partnerUserId:String(window.user.id)})}`;document.querySelector("#card").src=g;})();
        """#

    /// As Rollup: modules kept apart by lines, constants with names.
    static let rollup = #"""
        const EMBED = 'https:\/\/www.osteocom.me\/embed\/course';
        const CLIENT = '\#(client)';

        function embedUrl(productId, user) {
          const query = new URLSearchParams({ clientId: CLIENT, productId, partner_user_id: user.id });
          return `${EMBED}?${query}`;
        }

        function mount(node, user) {
          node.innerHTML = `<iframe title="Course" src="${embedUrl('\#(product)', user)}"></iframe>`;
        }

        export { mount as default };
        """#
}
