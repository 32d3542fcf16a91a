// Puts each name at its new place.
#include <iostream>
#include <string>
#include <vector>

using namespace std;

int main() {
    long long n, k;
    cin >> n >> k;
    vector<string> board(n);
    long long shift = ((k % n) + n) % n;
    for (long long i = 0; i < n; ++i) {
        string name;
        cin >> name;
        board[(i + shift) % n] = name;
    }
    for (long long i = 0; i < n; ++i) cout << board[i] << (i + 1 < n ? ' ' : '\n');
}
