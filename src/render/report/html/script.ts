/** Lets a reader sort a table by a click on its heading; without scripts nothing is missing but that. No real buttons: browsers leave those out of headings repeated on paper. */
export const script = `(function(){
var lang=document.documentElement.lang;
document.querySelectorAll('table.data').forEach(function(table){
var body=table.tBodies[0];
Array.prototype.forEach.call(table.tHead.rows[0].cells,function(th,at){
if(!th.textContent)return;
var button=document.createElement('span');
button.setAttribute('role','button');button.tabIndex=0;button.className='sort';button.textContent=th.textContent;
th.textContent='';th.appendChild(button);
var sort=function(){
var down=th.getAttribute('aria-sort')==='ascending';
Array.prototype.forEach.call(table.tHead.rows[0].cells,function(other){other.removeAttribute('aria-sort')});
th.setAttribute('aria-sort',down?'descending':'ascending');
var rows=Array.prototype.slice.call(body.rows);
var key=function(row){var cell=row.cells[at];return cell.hasAttribute('data-n')?Number(cell.getAttribute('data-n')):cell.textContent};
rows.map(function(row,place){return{row:row,key:key(row),place:place}}).sort(function(a,b){
if(a.key===''||b.key==='')return a.key===b.key?a.place-b.place:a.key===''?1:-1;
var order=typeof a.key==='number'&&typeof b.key==='number'?a.key-b.key:String(a.key).localeCompare(String(b.key),lang);
return(down?-order:order)||a.place-b.place
}).forEach(function(each){body.appendChild(each.row)})
};
button.addEventListener('click',sort);
button.addEventListener('keydown',function(event){if(event.key==='Enter'||event.key===' '){event.preventDefault();sort()}})
})
})
})()`
